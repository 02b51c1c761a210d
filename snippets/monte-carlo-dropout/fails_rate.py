from monte_carlo_dropout import MCDropout

layer = MCDropout(rate=0)
