"""Numbers in digits: as a record has them, and as people read them. Never with an exponent."""

from decimal import Decimal

#: Parts thousands, so that no line breaks inside a number. A comma would be a decimal sign to half of Europe's readers,
#: and the narrow space (SI Brochure, 5.4.4) keeps the groups of one number nearer to each other than two words.
GAP = "\N{NARROW NO-BREAK SPACE}"


def write_number(value: float | Decimal) -> str:
    """Write a number as it stands in a record, zeros at its end included; what was worked out has none there."""
    if isinstance(value, float):
        value = int(value) if value.is_integer() else Decimal(repr(value))
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def part_thousands(value: float | Decimal) -> str:
    """Write the same with a gap between each three digits of its whole part."""
    written = write_number(value)
    whole = written.lstrip("-").partition(".")[0]
    return written.replace(whole, f"{int(whole):,}".replace(",", GAP), 1)
