<?php
declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Rest\Shape;
use OrderInvoicer\WordPress\Queue\PassState;

return [
	// GET /diagnostics: what people who help may need. No secrets, no personal data; it may be posted in public.
	'diagnostics' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'generated_at' => [
				'type'     => 'string',
				'format'   => 'date-time',
				'required' => true,
			],
			'health'       => [
				'type'     => 'array',
				'required' => true,
				'items'    => [
					'type'                 => 'object',
					'additionalProperties' => false,
					'properties'           => [
						'name'      => Shape::STRING,
						'label'     => Shape::STRING,
						'status'    => [
							'type'     => 'string',
							'enum'     => [ 'good', 'recommended', 'critical', 'unknown' ],
							'required' => true,
						],
						'title'     => Shape::STRING,
						'why'       => Shape::STRING,
						'items'     => [
							'description' => 'A list that the cause ends with, or none.',
							'type'        => 'array',
							'items'       => [ 'type' => 'string' ],
							'required'    => true,
						],
						'next_step' => Shape::STRING,
						'page'      => [
							'description' => 'Where it can be mended, below wp-admin: the address of the site stays'
								. ' out. Empty where there is no such page.',
						] + Shape::STRING,
					],
				],
			],
			'work'         => [
				'type'     => 'array',
				'required' => true,
				'items'    => [
					'type'                 => 'object',
					'additionalProperties' => false,
					'properties'           => [
						'name'  => Shape::STRING,
						'value' => Shape::STRING,
					],
				],
			],
			'environment'  => [
				'type'     => 'array',
				'required' => true,
				'items'    => [
					'type'                 => 'object',
					'additionalProperties' => false,
					'properties'           => [
						'name'  => Shape::STRING,
						'value' => Shape::STRING,
					],
				],
			],
			'plugins'      => Shape::STRINGS,
			'settings'     => [
				'type'     => 'array',
				'required' => true,
				'items'    => [
					'type'                 => 'object',
					'additionalProperties' => false,
					'properties'           => [
						'name'  => Shape::STRING,
						'value' => Shape::STRING,
					],
				],
			],
			'attempts'     => [
				'description' => 'The rows that were tried last, each with its tries.',
			] + Shape::STRINGS,
			'log'          => Shape::STRINGS,
			'support'      => [
				'description' => 'The same as one text, in English.',
			] + Shape::STRING,
		],
	],

	// GET /overview. Times are RFC 3339 UTC, days are the shop's.
	'overview' => [
		'type'                 => 'object',
		'additionalProperties' => false,
		'properties'           => [
			'status'        => [
				'use'      => 'status',
				'required' => true,
			],
			'connection'    => [
				'type'     => 'string',
				'enum'     => [ 'unconfigured', 'to_authorise', 'unknown', 'connected', 'silent', 'refused' ],
				'required' => true,
			],
			'rights'        => [
				'description' => 'The worst of all that the connection needs; unseen: the first'
					. ' document that needs it tells.',
				'type'        => 'string',
				'enum'        => [ 'seen', 'missing', 'unseen' ],
				'required'    => true,
			],
			'at_work'       => [
				'description' => 'Some document is switched on.',
				'type'        => 'boolean',
				'required'    => true,
			],
			'scheduler'     => [
				'description' => 'How the five-minute pass stands. first: none yet, and it is not overdue;'
					. ' missing: none is planned.',
				'type'        => 'string',
				'enum'        => array_column( PassState::cases(), 'value' ),
				'required'    => true,
			],
			'missing_hooks' => [
				'description' => 'Events of WooCommerce that no longer reach the plugin.',
				'type'        => 'array',
				'items'       => [ 'type' => 'string' ],
				'required'    => true,
			],
			'failed_tries'  => [ 'description' => 'In the last 24 hours, without those of rows that have stopped.' ]
				+ Shape::COUNT,
			'failing'       => [ 'description' => 'Tasks whose last try failed, and which wait for the next one.' ]
				+ Shape::COUNT,
			'quota'         => [
				'description'          => 'Requests that Sellsy still allowed when it answered last;'
					. ' null where it did not say.',
				'type'                 => [ 'object', 'null' ],
				'additionalProperties' => false,
				'required'             => true,
				'properties'           => [
					'at'     => Shape::TIME,
					'second' => Shape::COUNT_OR_NULL,
					'minute' => Shape::COUNT_OR_NULL,
					'day'    => Shape::COUNT_OR_NULL,
					'month'  => Shape::COUNT_OR_NULL,
				],
			],
			'money'         => [
				'description'          => 'This month, then the last one; months are the shop\'s, amounts TTC.'
					. ' counted_at: null where it was counted as it stands. drafts_url: the orders whose documents are'
					. ' drafts. filling: older documents are still being read. pace: how many are left, and about how'
					. ' long they take, in words; empty where nobody has counted. unknown: invoices and credit notes'
					. ' that these figures lack, or whose payment is not known.',
				'type'                 => 'object',
				'additionalProperties' => false,
				'required'             => true,
				'properties'           => [
					'counted_at' => Shape::TIME_OR_NULL,
					'drafts_url' => Shape::STRING,
					'filling'    => Shape::BOOLEAN,
					'pace'       => Shape::STRING,
					'unknown'    => Shape::COUNT,
					'months'     => Shape::objects(
						[
							'month'      => [
								'type'     => 'string',
								'pattern'  => '^[0-9]{4}-[0-9]{2}$',
								'required' => true,
							],
							'currencies' => Shape::objects(
								[
									'currency'     => Shape::STRING,
									'orders'       => [
										'description' => 'Placed in that month, of those with a document.',
									] + Shape::COUNT,
									'ordered'      => Shape::STRING,
									'invoices'     => [ 'description' => 'Final, dated in that month.' ] + Shape::COUNT,
									'invoiced'     => Shape::STRING,
									'credit_notes' => Shape::COUNT,
									'credited'     => Shape::STRING,
									'paid'         => [
										'description' => 'Of these invoices, less credit notes: their orders are paid.',
									] + Shape::STRING,
									'open'         => Shape::STRING,
									'drafts'       => [
										'description' => 'Invoices. They are in no sum.',
									] + Shape::COUNT,
									'credit_note_drafts' => Shape::COUNT,
								]
							),
						]
					),
				],
			],
			'last_document' => [
				'description'          => 'The last one that was made; url is its page at Sellsy.',
				'type'                 => [ 'object', 'null' ],
				'additionalProperties' => false,
				'required'             => true,
				'properties'           => [
					'name'    => Shape::STRING,
					'url'     => Shape::STRING,
					'order'   => [
						'description'          => 'edit_url is empty when the order is gone.',
						'type'                 => 'object',
						'additionalProperties' => false,
						'required'             => true,
						'properties'           => [
							'id'       => [
								'type'     => 'integer',
								'required' => true,
							],
							'number'   => Shape::STRING,
							'edit_url' => Shape::STRING,
						],
					],
					'made_at' => Shape::TIME,
				],
			],
			'days'          => [
				'description' => 'Documents made, oldest day first, today last.',
				'type'        => 'array',
				'required'    => true,
				'items'       => [
					'type'                 => 'object',
					'additionalProperties' => false,
					'properties'           => [
						'day'    => [
							'type'     => 'string',
							'pattern'  => '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
							'required' => true,
						],
						'counts' => [
							'type'                 => 'object',
							'additionalProperties' => false,
							'required'             => true,
							'properties'           => array_fill_keys(
								array_column( DocumentKind::cases(), 'value' ),
								Shape::COUNT
							),
						],
					],
				],
			],
			'needs_you'     => [
				'type'                 => 'object',
				'additionalProperties' => false,
				'required'             => true,
				'properties'           => [
					'orders' => Shape::COUNT,
					'mended' => [
						'description'          => 'What could go on since the settings were changed; null: nothing.',
						'type'                 => [ 'object', 'null' ],
						'additionalProperties' => false,
						'required'             => true,
						'properties'           => [
							'tasks' => Shape::COUNT,
							'says'  => Shape::STRING,
						],
					],
					'groups' => [
						'description' => 'By ProblemCode; the newest rows are examples.',
						'type'        => 'array',
						'required'    => true,
						'items'       => [
							'type'                 => 'object',
							'additionalProperties' => false,
							'properties'           => [
								'code'     => Shape::STRING,
								'orders'   => Shape::COUNT,
								'tasks'    => Shape::COUNT,
								'syncs'    => [
									'description' => 'Deprecated: the former name of tasks.',
									'type'        => 'integer',
									'minimum'     => 0,
								],
								'examples' => [
									'type'     => 'array',
									'required' => true,
									'items'    => [ 'use' => 'task' ],
								],
							],
						],
					],
				],
			],
		],
	],
];
