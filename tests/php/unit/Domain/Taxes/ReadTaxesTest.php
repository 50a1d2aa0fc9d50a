<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Taxes;

use OrderInvoicer\Domain\Account\RemoteTax;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/** The lists of the account are kept for a while: what they do not name may have been made since. */
final class ReadTaxesTest extends TestCase {

	public function test_a_tax_made_since_the_list_was_kept_stops_no_order(): void {
		$world                    = $this->mapped_to_a_tax_not_kept();
		$world->sellsy->new_taxes = [
			new RemoteTax( id: 21, label: 'TVA', rate: Decimal::from_string( '20' ), category: 'S', usable: true ),
		];
		$world->fire( 1 );
		$world->pass_time( 5 );
		self::assertSame( TaskState::Done, $world->row()->state );
	}

	public function test_a_tax_that_sellsy_no_longer_has_is_asked_about(): void {
		$world = $this->mapped_to_a_tax_not_kept();
		$world->fire( 1 );
		$world->pass_time( 5 );
		self::assertSame( ProblemCode::TaxUnmapped, $world->row()->problem?->code );
	}

	private function mapped_to_a_tax_not_kept(): World {
		$world = new World();
		$world->change_settings(
			[
				'tax_rates' => [
					[
						'rate_id' => 1,
						'tax_id'  => 21,
					],
				],
			]
		);
		$world->order( 1 );
		return $world;
	}
}
