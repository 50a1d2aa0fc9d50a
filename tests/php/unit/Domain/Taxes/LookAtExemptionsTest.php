<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Taxes;

use OrderInvoicer\Domain\Account\RemoteTax;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\ExemptSituation;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/** An earlier release took any exemption for any sale: the owner is told once which are no longer accepted. */
final class LookAtExemptionsTest extends TestCase {

	public function test_an_intra_community_supply_for_consumers_is_told_once(): void {
		$world = self::chosen( [ 'eu_consumer' => 101 ] );
		$world->pass_time( 10 );
		self::assertSame( [ ExemptSituation::EuConsumer ], $world->engine->earlier_exemptions()->to_tell() );

		$world->engine->earlier_exemptions()->keep_unfit( [] );
		$world->pass_time( 60 );
		self::assertSame( [], $world->engine->earlier_exemptions()->to_tell(), 'It was read.' );
	}

	public function test_what_fits_and_what_the_owner_gave_a_reason_for_is_not_told(): void {
		$world = self::chosen(
			[
				'eu_business' => 101,
				'outside_eu'  => 101,
			],
			[ 'outside_eu' => 'Our accountant says so.' ]
		);
		$world->pass_time( 10 );
		self::assertSame( [], $world->engine->earlier_exemptions()->to_tell() );
	}

	public function test_where_sellsy_does_not_answer_it_is_looked_at_later(): void {
		$world                           = self::chosen( [ 'eu_consumer' => 101 ] );
		$world->sellsy->taxes_are_hidden = true;
		$world->pass_time( 10 );
		self::assertFalse( $world->engine->earlier_exemptions()->are_looked_at() );

		$world->sellsy->taxes_are_hidden = false;
		$world->pass_time( 10 );
		self::assertSame( [ ExemptSituation::EuConsumer ], $world->engine->earlier_exemptions()->to_tell() );
	}

	/**
	 * @param array<string, int>    $taxes   by situation.
	 * @param array<string, string> $reasons
	 */
	private static function chosen( array $taxes, array $reasons = [] ): World {
		$world                  = new World();
		$world->sellsy->taxes[] = new RemoteTax(
			id: 101,
			label: 'Livraison intracommunautaire',
			rate: Decimal::zero(),
			category: 'K',
			usable: true
		);
		$world->change_settings(
			[
				'exempt_taxes'   => array_map(
					static fn ( string $situation, int $id ): array => [
						'situation' => $situation,
						'tax_id'    => $id,
					],
					array_keys( $taxes ),
					$taxes
				),
				'exempt_reasons' => array_map(
					static fn ( string $situation, string $reason ): array => [
						'situation' => $situation,
						'reason'    => $reason,
					],
					array_keys( $reasons ),
					$reasons
				),
			]
		);
		return $world;
	}
}
