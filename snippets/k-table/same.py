import numpy as np
from keras import ops
from tf_keras import backend as K

calls = """
abs(x) all(x) any(x) argmax(x) argmin(x) cast(x,"int32") clip(x,-1,1)
concatenate([x,x]) cos(x) cumprod(x) cumsum(x) dot(x,w) elu(x,0.5) equal(x,1)
exp(x) expand_dims(x,1) greater(x,0) hard_sigmoid(x) less(x,0) log(x) max(x,1)
maximum(x,0) mean(x,1) min(x,1) minimum(x,0) ndim(x) not_equal(x,1)
one_hot([1,2],4) ones_like(x) prod(x,1) relu(x) repeat(x,2) reshape(x,(3,2))
round(x) shape(x) sigmoid(x) sign(x) sin(x) softmax(x) softplus(x) softsign(x)
sqrt(x) square(x) squeeze(x[:1],0) stack([x,x]) std(x,1) stop_gradient(x)
sum(x,1) tanh(x) tile(x,[1,2]) transpose(x) var(x,1) zeros_like(x)
""".split()
x = ops.convert_to_tensor([[-2.5, 0.5, 3.0], [4.0, -1.5, 0.25]])
given = {"x": x, "w": ops.ones((3, 2))}

answers = {"equal": [], "different": []}
for call in calls:
    old = eval(call, vars(K) | given)
    new = eval(call, vars(ops) | given)
    equal = np.array_equal(np.array(old), np.array(new), equal_nan=True)
    answers["equal" if equal else "different"].append(call)

for answer, calls in answers.items():
    print(f"{answer}: {len(calls)}")
    for start in range(0, len(calls), 4):
        print("  " + "".join(f"{call:19}" for call in calls[start:start + 4]))
