<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Actions;

use OrderInvoicer\Domain\Account\RemoteTax;
use OrderInvoicer\Domain\Failures\Refused;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\ExemptSituation;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/** An exempt tax is chosen for a sale that it fits, or with a sentence that says why. */
final class ChangeSettingsTest extends TestCase {

	private const K_ON_CONSUMERS = [
		[
			'situation' => 'eu_consumer',
			'tax_id'    => 50,
		],
	];

	private const WHY = [
		[
			'situation' => 'eu_consumer',
			'reason'    => 'My accountant says that this is right.',
		],
	];

	private World $world;

	protected function setUp(): void {
		$this->world                  = new World();
		$this->world->sellsy->taxes[] = new RemoteTax(
			id: 50,
			label: 'Livraison intracommunautaire',
			rate: Decimal::zero(),
			category: 'K',
			usable: true
		);
	}

	public function test_k_on_consumers_is_refused_and_changes_nothing(): void {
		$before = $this->world->shop->get();
		try {
			$this->change(
				[
					'exempt_taxes' => self::K_ON_CONSUMERS,
					'debug_log'    => true,
				]
			);
			self::fail( 'It was taken.' );
		} catch ( Refused $refused ) {
			self::assertSame( Refused::UNFIT_EXEMPTION, $refused->why );
			self::assertSame(
				[
					'situation' => ExemptSituation::EuConsumer->value,
					'tax'       => 'Livraison intracommunautaire',
				],
				$refused->facts
			);
		}
		self::assertEquals( $before, $this->world->shop->get() );
	}

	public function test_who_says_why_has_it_and_loses_it_with_the_sentence(): void {
		$this->change(
			[
				'exempt_taxes'   => self::K_ON_CONSUMERS,
				'exempt_reasons' => self::WHY,
			]
		);
		self::assertSame( [ 'eu_consumer' => 50 ], $this->world->shop->get()->exempt_taxes );
		$this->expectExceptionObject( new Refused( Refused::UNFIT_EXEMPTION ) );
		$this->change( [ 'exempt_reasons' => [] ] );
	}

	public function test_a_tax_that_fits_is_taken_without_a_sentence(): void {
		$this->change(
			[
				'exempt_taxes' => [
					[
						'situation' => 'eu_business',
						'tax_id'    => 50,
					],
				],
			]
		);
		self::assertSame( [ 'eu_business' => 50 ], $this->world->shop->get()->exempt_taxes );
	}

	public function test_a_word_is_no_sentence(): void {
		$this->expectExceptionObject( new Refused( Refused::UNFIT_EXEMPTION ) );
		$this->change(
			[
				'exempt_taxes'   => self::K_ON_CONSUMERS,
				'exempt_reasons' => [
					[
						'situation' => 'eu_consumer',
						'reason'    => 'yes',
					],
				],
			]
		);
	}

	/** It must not keep the owner from changing anything else: the doctor and the orders say it. */
	public function test_what_stood_there_already_is_not_asked_again(): void {
		$this->world->change_settings( [ 'exempt_taxes' => self::K_ON_CONSUMERS ] );
		$this->change(
			[
				'exempt_taxes' => self::K_ON_CONSUMERS,
				'debug_log'    => true,
			]
		);
		self::assertTrue( $this->world->shop->get()->debug_log );
	}

	/** @param array<mixed> $changes */
	private function change( array $changes ): void {
		$this->world->engine->change_settings()->change( $changes );
	}
}
