"""How hard a text is to read: LiNT-II and the classic formulas. Pure functions; every formula cites its source."""
