"""All rules. To add one, write its file and name it here; nothing else lists them."""

from __future__ import annotations

from sitegen.checks.catalogue import (
    colours,
    home_sections,
    lookalike_names,
    publication_days,
    region_places,
    same_names,
    seals,
    settings,
    settings_personal_numbers,
    site_address,
    site_links,
    tiers,
    unannounced,
)
from sitegen.checks.entries import (
    alternative_text,
    approvals,
    contacts,
    credit_codes,
    ended_schemes,
    event_days,
    people,
    personal_numbers,
    pictures,
    publication_time,
    reposts,
    season_months,
    survey_methods,
    verify_addresses,
)
from sitegen.checks.pages import links
from sitegen.checks.plan import addresses, body_links
from sitegen.checks.rule import AnyRule

RULES: tuple[AnyRule, ...] = (
    alternative_text.RULE,
    approvals.RULE,
    contacts.RULE,
    credit_codes.RULE,
    ended_schemes.RULE,
    event_days.RULE,
    people.RULE,
    personal_numbers.RULE,
    pictures.RULE,
    publication_time.RULE,
    reposts.RULE,
    season_months.RULE,
    survey_methods.RULE,
    verify_addresses.RULE,
    colours.RULE,
    home_sections.RULE,
    publication_days.RULE,
    region_places.RULE,
    same_names.RULE,
    lookalike_names.RULE,
    seals.RULE,
    settings.RULE,
    settings_personal_numbers.RULE,
    site_address.RULE,
    site_links.RULE,
    tiers.RULE,
    unannounced.RULE,
    addresses.RULE,
    body_links.RULE,
    links.RULE,
)
