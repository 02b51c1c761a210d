from positions import TokenAndPosition

layer = TokenAndPosition(vocabulary=1000, width=15)
