"""What an import found."""

from dataclasses import dataclass, field


@dataclass
class Report:
    """Sentences for whoever runs the import; `counts` is rows by table."""

    mended: list[str] = field(default_factory=list)
    doubtful: list[str] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
