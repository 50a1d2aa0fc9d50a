<?php
declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Features\Linking\LinkSearch;

return [
	// GET /orders/{id}/link: Sellsy is asked.
	'order-link-query' => [
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
				'description' => 'Its number, or the address of its page in Sellsy; the newest of the customer when'
					. ' left out.',
				'type'        => 'string',
				'maxLength'   => LinkSearch::LONGEST,
			],
		],
	],

	// POST /orders/{id}/link.
	'order-link-request' => [
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
				'description' => 'What the answer said of it: where anything of it is otherwise by now, nothing is'
					. ' linked.',
				'type'        => 'string',
				'maxLength'   => 64,
				'required'    => true,
			],
		],
	],
];
