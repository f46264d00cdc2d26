### Access of services to the check API.

credentials-why = Your own products ask here who may do what. Their access opens these answers and nothing else.
credentials-new = Make access
credentials-none = No service has access
credentials-none-why = Make one for each product that asks, so that each can be revoked by itself.
credential-name = What it is for
credential-name-hint = The product or the machine, such as “Billing portal”.
credential-created-by = Made by
credential-expires = Works until
credential-expires-hint = The last day, or empty for no end. It also dies when you lose the right to make it.
credential-expired = Expired
credential-never = No end
credential-last-used = Last used
credential-revoke = Revoke
credential-revoke-question = { $name } is refused from the next request on. This cannot be undone.
credential-revoked = The access has been revoked.
credential-scope = Answers about
credential-acts = Actions
credential-rotate = Replace the token
credential-rotate-why = { $name } gets a new token. From now on it counts as yours: it may do nothing that you may not, and you answer for it. The present one goes on working for a while, so that the service can change over.
credential-overlap = The present token works for
credential-overlap-0 = no longer
credential-overlap-1 = one more hour
credential-overlap-24 = one more day
credential-overlap-168 = one more week
credential-previous = The token before it works until { $until }.
credential-once = Copy the token now and keep it where secrets are kept. It is shown only this once.
secret-unseen = It was done, but the answer got lost on its way, and a secret is shown only once. Replace it to get one that you can copy.
credential-token = Token
credential-done = I have kept it

## How to use it
credentials-how = How a service asks
credentials-how-why = A request with the token in its header: who, what and where. The answer says yes or no, by which role, or why not.
credentials-address = Address
credentials-example = Example
credentials-how-more = Ask up to 1,000 questions at once at …/checks/batch. Do not keep answers for long: a right that is taken is gone at the next question.
