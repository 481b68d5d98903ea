"""By which way a finding came in, in words."""

from collections.abc import Mapping

from inspector.domain.public_complaints import Channel
from inspector.domain.sources import Source
from inspector.ui.translation import tr


def source_words(source: Source) -> str:
    """The words of a source."""
    return {
        Source.INSPECTION: tr("Inspection"),
        Source.SNAPSHOT: tr("Seen on the way"),
        Source.COMPLAINT: tr("Complaint"),
        Source.MEETING: tr("Set by a meeting"),
        Source.UNIT: tr("Reported by a unit"),
    }[source]


def channel_words() -> Mapping[Channel, str]:
    """The words of every channel, in the order they are offered."""
    return {
        Channel.HOTLINE: tr("Hotline 12345"),
        Channel.PHONE: tr("Call"),
        Channel.VISIT: tr("Visit"),
        Channel.WECHAT: tr("WeChat"),
        Channel.WEB: tr("Internet"),
        Channel.LETTER: tr("Letter"),
        Channel.OTHER: tr("Other way"),
    }
