"""Calendars as files that calendar programs subscribe to (iCalendar, RFC 5545 and RFC 7986).

The library folds lines and escapes texts. Two things it leaves to us: the calendar's name has to be marked as text, or
it is not escaped; and characters that no content line may hold are replaced here (RFC 5545, 3.1).
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Alarm, Calendar, Component, Event, Timezone, TimezoneStandard, vText

from scm_site.data.calendar_entry import CalendarEntry
from scm_site.reading.characters import replace_wrong_characters

PRODUCER = "-//scm-site//Register of Focus and Discussion groups//EN"

#: How often programs look for news; the second name is what Outlook reads.
REFRESH = timedelta(days=1)

#: The hour at which an alarm for a whole day rings; at midnight people sleep.
RINGS_AT = timedelta(hours=9)

_END = b"END:VCALENDAR\r\n"


def render_calendar(name: str, events: Iterable[bytes]) -> bytes:
    """Give a calendar of events that `render_event` wrote.

    It has no METHOD: a feed is published, and invites nobody (RFC 5545, 3.7.2).
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCER)
    calendar.add("version", "2.0")
    calendar.add("name", make_text(name))  # RFC 7986, 5.1
    calendar.add("x-wr-calname", make_text(name))
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})  # RFC 7986, 5.7
    calendar.add("x-published-ttl", f"P{REFRESH.days}D")
    body = b"".join(events)
    if not body:
        calendar.add_component(make_utc())
    return render(calendar).removesuffix(_END) + body + _END


def make_utc() -> Timezone:
    """Give a description of UTC: an empty calendar needs one component to be valid (RFC 5545, 3.6)."""
    standard = TimezoneStandard()
    standard.add("dtstart", datetime(1970, 1, 1))  # noqa: DTZ001 (local time is what is asked for: RFC 5545, 3.6.5)
    standard.add("tzoffsetfrom", timedelta())
    standard.add("tzoffsetto", timedelta())
    zone = Timezone()
    zone.add("tzid", "UTC")
    zone.add_component(standard)
    return zone


def render_event(entry: CalendarEntry, as_of: date) -> bytes:
    """Give an entry as VEVENT (RFC 5545, 3.6.1), with the day for which it was made as its time stamp."""
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", datetime.combine(as_of, time(), tzinfo=UTC))
    event.add("dtstart", entry.start)
    event.add("dtend", entry.end)
    event.add("summary", make_text(entry.title))
    event.add("description", make_text(entry.description))
    event.add("categories", [make_text(category) for category in entry.categories])
    event.add("url", entry.address)
    event.add("transp", "OPAQUE" if entry.is_busy and not entry.is_cancelled else "TRANSPARENT")
    event.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    if entry.place:
        event.add("location", make_text(entry.place))
    if entry.changes is not None:
        event.add("sequence", entry.changes)
    for days in entry.alarms:
        event.add_component(make_alarm(entry, days))
    return render(event)


def make_alarm(entry: CalendarEntry, days: int) -> Alarm:
    """Give an alarm that shows the title (RFC 5545, 3.6.6): days before an instant, or at nine on an earlier day."""
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", make_text(entry.title))
    is_day = not isinstance(entry.start, datetime)
    alarm.add("trigger", timedelta(days=-days) + (RINGS_AT if is_day else timedelta()))
    return alarm


def make_text(text: str) -> vText:
    """Give a value of type TEXT (RFC 5545, 3.3.11), without characters that may not stand in one."""
    return vText(replace_wrong_characters("\n".join(text.splitlines())))


def render(component: Component) -> bytes:
    """Give a component's lines, folded at 75 octets and ended by CR LF (RFC 5545, 3.1)."""
    lines: bytes = component.to_ical()
    return lines
