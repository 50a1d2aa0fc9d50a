<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\CompanyRequests\DecideCompany;

// POST /tasks/{id}/refuse-company.
return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'company-refusal',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'reason' => [
			'description' => 'Why the invoice is not made out to the company. The customer reads it with the order.',
			'type'        => 'string',
			'minLength'   => 1,
			'maxLength'   => DecideCompany::LONGEST_REASON,
			'required'    => true,
		],
	],
];
