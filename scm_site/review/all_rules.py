"""Every rule on changes: importing this module declares them all."""

from scm_site.review import agreed_rules, identity_rules, published_rules, separation_rules

__all__ = ["agreed_rules", "identity_rules", "published_rules", "separation_rules"]
