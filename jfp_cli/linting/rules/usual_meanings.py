"""What abbreviations stand for that have one meaning in the plans of public bodies, or in those of health boards."""

import re

from jfp_cli.model.settings import Settings

_OF_PUBLIC_BODIES = {
    "ADHD": "attention deficit hyperactivity disorder",
    "CAMHS": "child and adolescent mental health services",
    "CQC": "Care Quality Commission",
    "CYP": "children and young people",
    "DHSC": "Department of Health and Social Care",
    "EDI": "equality, diversity and inclusion",
    "EHCP": "education, health and care plan",
    "HEI": "higher education institution",
    "JFP": "joint forward plan",
    "JSNA": "joint strategic needs assessment",
    "NHSE": "NHS England",
    "SEND": "special educational needs and disabilities",
    "VCFSE": "voluntary, community, faith and social enterprise",
    "VCSE": "voluntary, community and social enterprise",
}
_OF_HEALTH = {
    "AHP": "allied health professional",
    "ARRS": "additional roles reimbursement scheme",
    "CDC": "community diagnostic centre",
    "COPD": "chronic obstructive pulmonary disease",
    "CVD": "cardiovascular disease",
    "EHR": "electronic health record",
    "EPR": "electronic patient record",
    "HCP": "health and care partnership",
    "ICB": "integrated care board",
    "ICP": "integrated care partnership",
    "ICS": "integrated care system",
    "LMNS": "local maternity and neonatal system",
    "MDT": "multidisciplinary team",
    "NICE": "National Institute for Health and Care Excellence",
    "PCN": "primary care network",
    "PHM": "population health management",
    "PSIRF": "patient safety incident response framework",
    "RTT": "referral to treatment",
    "SDEC": "same day emergency care",
    "UEC": "urgent and emergency care",
    "UTC": "urgent treatment centre",
}
_HEALTH = re.compile(r"\b(?:NHS|ICB|ICS|health|hospitals?|integrated care|clinical)\b", re.IGNORECASE)


def usual_meaning(settings: Settings, name: str) -> str | None:
    """What an abbreviation usually means in a plan like this one; None where it may mean several things."""
    meaning = _OF_PUBLIC_BODIES.get(name)
    return meaning or (_OF_HEALTH.get(name) if _is_of_health(settings) else None)


def _is_of_health(settings: Settings) -> bool:
    """Whether a plan is a health service's: it has duties of such, or who made it is called so."""
    return bool(settings.duties) or _HEALTH.search(settings.organisation) is not None
