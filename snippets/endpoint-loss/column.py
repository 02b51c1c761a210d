from keras import ops

labels = ops.array([0, 1, 3, 3, 2, 0])
cosine = ops.zeros((6, 4))
for each in (labels, labels[:, None]):
    true = ops.one_hot(each, 4)
    logits = cosine - 0.3 * true
    print(tuple(each.shape), tuple(true.shape), tuple(logits.shape))
