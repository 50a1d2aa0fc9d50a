<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

// POST /orders/{id}/link.
return [
	'$schema'              => 'http://json-schema.org/draft-04/schema#',
	'title'                => 'order-link-request',
	'type'                 => 'object',
	'additionalProperties' => false,
	'properties'           => [
		'as'   => [
			'description' => 'What of the order: a kind of document; of a refund `creditnote.` and its id.',
			'type'        => 'string',
			'pattern'     => '^[a-z]{1,20}(\.[0-9]{1,20})?$',
			'required'    => true,
		],
		'id'   => [
			'description' => 'Of the document at Sellsy.',
			'type'        => 'integer',
			'minimum'     => 1,
			'required'    => true,
		],
		'seen' => [
			'description' => 'What the answer said of it: where anything of it is otherwise by now, nothing is linked.',
			'type'        => 'string',
			'maxLength'   => 64,
			'required'    => true,
		],
	],
];
