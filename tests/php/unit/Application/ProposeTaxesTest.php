<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Application;

use OrderInvoicer\Application\ProposeTaxes;
use OrderInvoicer\Application\TaxProposal;
use OrderInvoicer\Application\TaxProposals;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Tax\ExemptSituation;
use OrderInvoicer\Domain\Tax\RemoteTax;
use PHPUnit\Framework\TestCase;

final class ProposeTaxesTest extends TestCase {

	private function proposals(): TaxProposals {
		$taxes = [
			$this->tax( 1, '20', 'S', false ),
			$this->tax( 2, '20.00', 'S' ),
			$this->tax( 3, '5.5', 'S' ),
			$this->tax( 4, '5.5', 'S' ),
			$this->tax( 5, '0', 'E' ),
			$this->tax( 6, '0', 'K' ),
			$this->tax( 7, '0', 'G' ),
			$this->tax( 8, '0', 'G' ),
		];
		$rates = [
			10 => Decimal::of( '20.0000' ),
			11 => Decimal::of( '5.5' ),
			12 => Decimal::of( '8.5' ),
			13 => Decimal::zero(),
		];
		return ( new ProposeTaxes() )->propose( $rates, ExemptSituation::cases(), $taxes );
	}

	private function tax( int $id, string $rate, string $category, bool $usable = true ): RemoteTax {
		return new RemoteTax( $id, "Tax $id", Decimal::of( $rate ), $category, $usable );
	}

	public function test_one_usable_tax_of_the_same_percentage_is_certain(): void {
		self::assertEquals( new TaxProposal( 2, TaxProposal::CERTAIN ), $this->proposals()->rates[10] );
	}

	public function test_the_first_of_several_is_likely(): void {
		self::assertEquals( new TaxProposal( 3, TaxProposal::LIKELY ), $this->proposals()->rates[11] );
	}

	public function test_nothing_is_proposed_for_an_unknown_percentage_nor_for_nothing(): void {
		self::assertEquals( new TaxProposal( null, TaxProposal::NONE ), $this->proposals()->rates[12] );
		self::assertEquals( new TaxProposal( null, TaxProposal::NONE ), $this->proposals()->rates[13] );
	}

	public function test_situations_follow_the_categories_of_the_e_invoice(): void {
		$ids = array_map( static fn ( TaxProposal $proposal ): ?int => $proposal->tax_id, $this->proposals()->exempt );

		self::assertSame(
			[
				'shop_exempt'              => 5,
				'domestic_exempt_customer' => 5,
				'domestic_untaxed_item'    => 5,
				'eu_business'              => 6,
				'eu_consumer'              => null,
				'outside_eu'               => 7,
			],
			$ids
		);
		self::assertSame( TaxProposal::LIKELY, $this->proposals()->exempt['outside_eu']->confidence );
	}

	public function test_the_rounding_row_gets_a_tax_of_category_e(): void {
		self::assertSame( 5, $this->proposals()->rounding_tax_id );
	}
}
