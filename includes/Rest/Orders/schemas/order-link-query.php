<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Reports\LinkSearch;

// GET /orders/{id}/link: Sellsy is asked.
return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'order-link-query',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'as'     => [
			'description' => 'What of the order: a kind of document; of a refund `creditnote.` and its id.',
			'type'        => 'string',
			'pattern'     => '^[a-z]{1,20}(\.[0-9]{1,20})?$',
			'required'    => true,
		],
		'number' => [
			'description' => 'Its number, or the address of its page in Sellsy; the newest of the customer when left'
				. ' out.',
			'type'        => 'string',
			'maxLength'   => LinkSearch::LONGEST,
		],
	],
];
