"""The kinds of records and the word each is stored under; the word never changes."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from inspector.domain.approvals import Approval
from inspector.domain.calendar_days import CalendarDay
from inspector.domain.dispatches import Dispatch
from inspector.domain.extensions import Extension
from inspector.domain.findings import Finding
from inspector.domain.inspections import Answer, Inspection
from inspector.domain.overrides import Override
from inspector.domain.photos import Photo
from inspector.domain.praises import Praise
from inspector.domain.public_complaints import PublicComplaint
from inspector.domain.publishing import PublishedChecklist
from inspector.domain.questionnaires.responses import HandedOut, PublishedForm, Response
from inspector.domain.rechecks import Recheck
from inspector.domain.redirections import Redirection
from inspector.domain.replies import Reply
from inspector.domain.settings import Setting
from inspector.domain.sites import Community, Site, SiteKind, Street
from inspector.domain.units import Unit

RECORDS: Mapping[str, type[Any]] = MappingProxyType(
    {
        "site_kind": SiteKind,
        "street": Street,
        "community": Community,
        "unit": Unit,
        "site": Site,
        "published_checklist": PublishedChecklist,
        "override": Override,
        "calendar_day": CalendarDay,
        "setting": Setting,
        "inspection": Inspection,
        "answer": Answer,
        "finding": Finding,
        "photo": Photo,
        "dispatch": Dispatch,
        "reply": Reply,
        "recheck": Recheck,
        "extension": Extension,
        "redirection": Redirection,
        "published_form": PublishedForm,
        "response": Response,
        "handed_out": HandedOut,
        "approval": Approval,
        "public_complaint": PublicComplaint,
        "praise": Praise,
    }
)

KINDS: Mapping[type[Any], str] = MappingProxyType({cls: kind for kind, cls in RECORDS.items()})

SCHEMA = 1
"""The version of the record shapes written now; a body of another version is still read by field name."""
