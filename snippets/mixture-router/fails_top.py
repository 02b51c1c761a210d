from mixture_of_experts import MixtureOfExperts

layer = MixtureOfExperts(experts=4, top=5)
