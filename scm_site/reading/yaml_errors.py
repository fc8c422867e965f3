"""libyaml's errors in plain words."""

import yaml

from scm_site.reading.yaml_complaint import Complaint, YamlFault
from scm_site.reading.yaml_explanations import EXPLANATIONS, explain_odd_space


def explain_yaml_error(error: yaml.YAMLError, lines: list[str]) -> YamlFault:
    """Put an error of libyaml into plain words."""
    problem = str(getattr(error, "problem", None) or getattr(error, "reason", "") or "")
    here = getattr(error, "problem_mark", None)
    start = getattr(error, "context_mark", None) or here
    complaint = Complaint(
        problem=problem,
        context=str(getattr(error, "context", None) or ""),
        row=min(here.line, len(lines) - 1) if here else 0,
        column=here.column if here else 0,
        start_row=start.line if start else 0,
        start_column=start.column if start else 0,
        lines=lines,
    )
    if fault := explain_odd_space(complaint):
        return fault
    for words, explain in EXPLANATIONS:
        if words in f"{problem} {complaint.context}":
            return explain(complaint)
    return complaint.make_fault(f"this cannot be read as YAML ({problem})", "Correct this line.")
