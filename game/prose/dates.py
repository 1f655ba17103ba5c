"""Dates as they are read."""

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def date_in_words(date: str) -> str:
    """`1881-03-13` as `13 March 1881`, `1878-11` as `November 1878`; anything else as it stands."""
    year, *rest = date.split("-")
    if not rest or not all(part.isdigit() for part in (year, *rest)) or not 1 <= int(rest[0]) <= len(MONTHS):
        return date
    month = f"{MONTHS[int(rest[0]) - 1]} {year}"
    return f"{int(rest[1])} {month}" if len(rest) > 1 else month
