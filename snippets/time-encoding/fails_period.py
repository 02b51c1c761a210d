from time_encoding import PeriodicTime

layer = PeriodicTime([24, 24 * 7, 0])
