-- A fewest number of characters becomes the weakest strength that is no shorter; above the longest, that.

UPDATE organization SET password_policy = json_remove(
    json_set(password_policy, '$.strength', CASE
        WHEN json_extract(password_policy, '$.min_length') <= 15 THEN 'good'
        WHEN json_extract(password_policy, '$.min_length') <= 18 THEN 'strong'
        ELSE 'excellent' END),
    '$.min_length')
WHERE json_extract(password_policy, '$.min_length') IS NOT NULL;
