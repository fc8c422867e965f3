"""Every kind of act, in one list. A new kind is a module of its own and gets its line here."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from scm_site.records.acts.accepts_charter import ACCEPTS_CHARTER
from scm_site.records.acts.act import ActKind
from scm_site.records.acts.acts_for import ACTS_FOR
from scm_site.records.acts.amends import AMENDS
from scm_site.records.acts.confirms import CONFIRMS
from scm_site.records.acts.consents import CONSENTS
from scm_site.records.acts.corrects import CORRECTS
from scm_site.records.acts.decided import DECIDED
from scm_site.records.acts.ends import ENDS
from scm_site.records.acts.hands_over import HANDS_OVER
from scm_site.records.acts.invites import INVITES
from scm_site.records.acts.joins import JOINS
from scm_site.records.acts.leaves import LEAVES
from scm_site.records.acts.noted import NOTED
from scm_site.records.acts.of_meetings import AGENDA, CALLED_OFF, MINUTES, MOVED, SETTLES
from scm_site.records.acts.of_outcomes import (
    CONTROLLED,
    DELIVERS,
    NEW_VERSION,
    PUBLISHED,
    REPLACES,
    SHOWN,
    WITHDRAWN,
)
from scm_site.records.acts.opens_space import OPENS_SPACE
from scm_site.records.acts.pauses import PAUSES
from scm_site.records.acts.presented import PRESENTED
from scm_site.records.acts.replans import REPLANS
from scm_site.records.acts.resumes import RESUMES
from scm_site.records.acts.takes_back import TAKES_BACK
from scm_site.records.acts.tells import TELLS
from scm_site.records.acts.waives import WAIVES

#: The kinds of act by their ids, which are also the kinds of record and the end of their files' names.
ACT_KINDS: Mapping[str, ActKind[Any]] = MappingProxyType(
    {
        one.id: one
        for one in (
            *(AMENDS, REPLANS),
            *(JOINS, LEAVES, HANDS_OVER, CONFIRMS, ACTS_FOR, ACCEPTS_CHARTER, CONSENTS),
            *(OPENS_SPACE, INVITES, NOTED),
            *(WAIVES, PAUSES, RESUMES),
            *(ENDS, TELLS, PRESENTED),
            *(AGENDA, MOVED, CALLED_OFF, MINUTES, SETTLES),
            *(DELIVERS, CONTROLLED, PUBLISHED, SHOWN, NEW_VERSION, REPLACES, WITHDRAWN),
            DECIDED,
            *(CORRECTS, TAKES_BACK),
        )
    }
)
