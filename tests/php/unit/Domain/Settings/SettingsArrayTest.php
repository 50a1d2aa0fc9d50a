<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Settings;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Settings\DefaultSettings;
use OrderInvoicer\Domain\Settings\Settings;
use OrderInvoicer\Domain\Settings\SettingsArray;
use PHPUnit\Framework\TestCase;

final class SettingsArrayTest extends TestCase {

	/** Every value another than by default. */
	private const ARRAY = [
		'shop_code'                => 'ACME',
		'invoice'                  => [
			'enabled'          => true,
			'trigger'          => 'status:shipped',
			'start_date'       => '2026-11-24',
			'finalise'         => 'hours:48',
			'email'            => true,
			'owner_id'         => 3,
			'model_id'         => 4,
			'rate_category_id' => 7,
			'payment_term_id'  => 9,
			'subject'          => 'Order {order_number}',
			'note'             => 'Thank you',
			'rules'            => [
				[
					'id'               => 1796000000,
					'gateways'         => [ 'bacs', 'unnamed' ],
					'buyer'            => 'company',
					'area'             => 'eu',
					'makes'            => false,
					'trigger'          => 'paid',
					'finalise'         => 'at_once',
					'email'            => true,
					'owner_id'         => 5,
					'model_id'         => 6,
					'rate_category_id' => 8,
					'unread'           => '',
				],
			],
			'others'           => false,
			'since'            => 1764000000,
		],
		'payments'                 => [
			'enabled'          => true,
			'pay_back'         => true,
			'methods'          => [
				[
					'gateway'   => 'stripe',
					'method_id' => 4,
				],
			],
			'always_paid_back' => [ 'bacs' ],
			'since'            => null,
		],
		'refunds'                  => [
			'of_draft'         => 'update',
			'credit_cancelled' => true,
		],
		'states'                   => [
			[
				'kind'   => 'order',
				'status' => 'cancelled',
				'state'  => 'cancelled',
			],
		],
		'shipped'                  => [ 'tracking', 'status:shipped' ],
		'items'                    => [
			'create'        => false,
			'variations'    => false,
			'existing'      => 'fill',
			'bundles'       => 'parts',
			'opening_stock' => true,
			'warehouse_id'  => 2,
		],
		'checkout_numbers'         => true,
		'vat_mode'                 => 'debit',
		'rounding_cap'             => 3,
		'tax_rates'                => [
			[
				'rate_id' => 1,
				'tax_id'  => 11,
			],
			[
				'rate_id' => 2,
				'tax_id'  => 12,
			],
		],
		'exempt_taxes'             => [
			[
				'situation' => 'outside_eu',
				'tax_id'    => 13,
			],
		],
		'exempt_reasons'           => [
			[
				'situation' => 'outside_eu',
				'reason'    => 'My accountant wants it so.',
			],
		],
		'rounding_tax_id'          => 14,
		'debug_log'                => true,
		'delete_data_on_uninstall' => true,
	];

	private function settings(): Settings {
		return ( new SettingsArray() )->merged( $this->defaults(), self::ARRAY );
	}

	private function defaults(): Settings {
		return ( new DefaultSettings() )->settings( 'XX' );
	}

	public function test_what_is_written_is_read_again(): void {
		$arrays = new SettingsArray();
		$stored = json_decode( (string) json_encode( $arrays->to_array( $this->settings() ) ), true );

		self::assertEquals( $this->settings(), $arrays->merged( $this->defaults(), (array) $stored ) );
		self::assertEquals( self::ARRAY, array_intersect_key( (array) $stored, self::ARRAY ) );
	}

	public function test_a_state_that_sellsy_does_not_know_for_the_kind_is_left_out(): void {
		$rule = [
			'kind'   => 'invoice',
			'status' => 'completed',
			'state'  => 'shipped',
		];
		self::assertSame( [], ( new SettingsArray() )->merged( $this->defaults(), [ 'states' => [ $rule ] ] )->states );
	}

	public function test_what_is_left_out_stays_and_null_empties_a_choice(): void {
		$merged = ( new SettingsArray() )->merged( $this->settings(), [ 'invoice' => [ 'owner_id' => null ] ] );

		self::assertNull( $merged->workflow( DocumentKind::Invoice )->owner_id );
		self::assertSame( 7, $merged->workflow( DocumentKind::Invoice )->rate_category_id );
		self::assertSame( 'status:shipped', $merged->workflow( DocumentKind::Invoice )->trigger->value );
		self::assertSame( 'ACME', $merged->shop_code );
	}

	public function test_lists_are_replaced_as_a_whole(): void {
		$merged = ( new SettingsArray() )->merged(
			$this->settings(),
			[
				'tax_rates'    => [
					[
						'rate_id' => 2,
						'tax_id'  => 22,
					],
				],
				'exempt_taxes' => [],
			]
		);

		self::assertSame( [ 2 => 22 ], $merged->tax_rates );
		self::assertSame( [], $merged->exempt_taxes );
	}

	public function test_a_damaged_option_harms_nothing_but_its_own_keys(): void {
		$merged = ( new SettingsArray() )->merged(
			$this->settings(),
			[
				'shop_code'       => [ 'array' ],
				'invoice'         => 'lost',
				'rounding_cap'    => -1,
				'rounding_tax_id' => '14',
				'debug_log'       => 'yes',
				'unknown'         => true,
				'tax_rates'       => [
					'x',
					[ 'rate_id' => 1 ],
					[
						'rate_id' => 5,
						'tax_id' => 50,
					],
				],
				'exempt_taxes'    => [
					[
						'situation' => 'somewhere',
						'tax_id' => 1,
					],
				],
			]
		);

		self::assertSame( 'ACME', $merged->shop_code );
		self::assertEquals( $this->settings()->workflows, $merged->workflows );
		self::assertSame( 3, $merged->rounding_cap );
		self::assertSame( 14, $merged->rounding_tax_id );
		self::assertTrue( $merged->debug_log );
		self::assertSame( [ 5 => 50 ], $merged->tax_rates );
		self::assertSame( [], $merged->exempt_taxes );
	}
}
