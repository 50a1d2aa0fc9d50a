<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Settings;

use OrderInvoicer\Domain\Settings\InvoiceSettings;
use OrderInvoicer\Domain\Settings\Settings;
use OrderInvoicer\Domain\Settings\SettingsArray;
use OrderInvoicer\Domain\Settings\Trigger;
use PHPUnit\Framework\TestCase;

final class SettingsArrayTest extends TestCase {

	private function settings(): Settings {
		return new Settings(
			'ACME',
			new InvoiceSettings( true, new Trigger( 'status:shipped' ), '2026-11-24', true, 3, null, 7, 9, 'Order {order_number}', 'Thank you' ),
			false,
			3,
			[
				1 => 11,
				2 => 12,
			],
			[ 'outside_eu' => 13 ],
			14,
			true,
			true,
		);
	}

	public function test_what_is_written_is_read_again(): void {
		$arrays = new SettingsArray();
		$other  = new Settings( 'XX', new InvoiceSettings( false, new Trigger( 'paid' ), '', false, null, 1, null, null, '', '' ), true, 5, [], [], null, false, false );
		$stored = json_decode( (string) json_encode( $arrays->to_array( $this->settings() ) ), true );

		self::assertEquals( $this->settings(), $arrays->merged( $other, (array) $stored ) );
	}

	public function test_what_is_left_out_stays_and_null_empties_a_choice(): void {
		$merged = ( new SettingsArray() )->merged( $this->settings(), [ 'invoice' => [ 'owner_id' => null ] ] );

		self::assertNull( $merged->invoice->owner_id );
		self::assertSame( 7, $merged->invoice->rate_category_id );
		self::assertSame( 'status:shipped', $merged->invoice->trigger->value );
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
		self::assertEquals( $this->settings()->invoice, $merged->invoice );
		self::assertSame( 3, $merged->rounding_cap );
		self::assertSame( 14, $merged->rounding_tax_id );
		self::assertTrue( $merged->debug_log );
		self::assertSame( [ 5 => 50 ], $merged->tax_rates );
		self::assertSame( [], $merged->exempt_taxes );
	}
}
