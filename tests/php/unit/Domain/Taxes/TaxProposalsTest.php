<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Taxes;

use OrderInvoicer\Domain\Account\RemoteTax;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\ExemptSituation;
use OrderInvoicer\Domain\Taxes\Confidence;
use OrderInvoicer\Domain\Taxes\ShopRate;
use OrderInvoicer\Domain\Taxes\TaxProposal;
use OrderInvoicer\Domain\Taxes\TaxProposals;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class TaxProposalsTest extends TestCase {

	private TaxProposals $proposals;

	protected function setUp(): void {
		$this->proposals = new TaxProposals(
			[
				self::tax( 1, '20', 'S', false ),
				self::tax( 2, '20.0', 'S' ),
				self::tax( 3, '10', 'S' ),
				self::tax( 4, '10', 'S' ),
				self::tax( 5, '0', 'K' ),
				self::tax( 6, '0', 'AE' ),
				self::tax( 7, '0', 'E' ),
				self::tax( 8, '0', 'G' ),
			],
			[]
		);
	}

	public function test_one_usable_tax_of_the_exact_percent_is_certain(): void {
		$this->assert_proposal( 2, Confidence::Certain, $this->for_rate( '20.0000' ) );
	}

	public function test_several_are_likely(): void {
		$this->assert_proposal( 3, Confidence::Likely, $this->for_rate( '10' ) );
	}

	public function test_a_near_percent_is_no_proposal(): void {
		$this->assert_proposal( null, Confidence::None, $this->for_rate( '19.6' ) );
	}

	public function test_a_zero_rate_is_never_certain(): void {
		$only = new TaxProposals( [ self::tax( 5, '0', 'K' ) ], [] );
		$this->assert_proposal(
			5,
			Confidence::Likely,
			$only->for_rate(
				new ShopRate( id: 1, label: 'VAT', percent: Decimal::zero(), country: 'FR', tax_class: '' )
			)
		);
	}

	public function test_situations_by_category(): void {
		$this->assert_proposal( 8, Confidence::Certain, $this->proposals->for_situation( ExemptSituation::OutsideEu ) );
		$this->assert_proposal(
			5,
			Confidence::Certain,
			$this->proposals->for_situation( ExemptSituation::EuBusiness )
		);
		$this->assert_proposal(
			6,
			Confidence::Certain,
			$this->proposals->for_situation( ExemptSituation::EuBusinessServices )
		);
		$this->assert_proposal(
			7,
			Confidence::Certain,
			$this->proposals->for_situation( ExemptSituation::UntaxedItem )
		);
		$this->assert_proposal(
			null,
			Confidence::None,
			$this->proposals->for_situation( ExemptSituation::UntaxedDelivery )
		);
		$this->assert_proposal(
			null,
			Confidence::None,
			$this->proposals->for_situation( ExemptSituation::EuConsumer )
		);
	}

	public function test_rounding_is_of_category_e(): void {
		$this->assert_proposal( 7, Confidence::Certain, $this->proposals->for_rounding() );
	}

	/** A shop that charges VAT is no exempt small business, whatever its list at Sellsy still holds. */
	#[DataProvider( 'franchise_taxes' )]
	public function test_the_exemption_of_small_businesses_is_not_proposed_where_vat_is_charged(
		RemoteTax $franchise,
	): void {
		$zero      = new ShopRate( id: 2, label: 'Exempt', percent: Decimal::zero(), country: 'FR', tax_class: '' );
		$taxed     = new ShopRate(
			id: 1,
			label: 'VAT',
			percent: Decimal::from_string( '20' ),
			country: 'FR',
			tax_class: ''
		);
		$proposals = new TaxProposals( [ $franchise, self::tax( 9, '0', 'G' ) ], [ $taxed, $zero ] );
		$this->assert_proposal( null, Confidence::None, $proposals->for_rounding() );
		$this->assert_proposal( 9, Confidence::Likely, $proposals->for_rate( $zero ) );
		foreach ( ExemptSituation::cases() as $situation ) {
			$this->assertNotSame(
				$franchise->id,
				$proposals->for_situation( $situation )->tax?->id,
				$situation->value
			);
		}
		$this->assert_proposal(
			10,
			Confidence::Certain,
			( new TaxProposals( [ $franchise, self::tax( 10, '0', 'E' ) ], [ $taxed ] ) )->for_rounding()
		);
	}

	/** Setting it would hide that an imported order lost its VAT. */
	public function test_a_shop_that_charges_vat_is_not_exempt_itself(): void {
		$proposals = new TaxProposals(
			[ self::tax( 7, '0', 'E' ) ],
			[ new ShopRate( id: 1, label: 'VAT', percent: Decimal::from_string( '20' ), country: 'FR', tax_class: '' ) ]
		);
		$this->assert_proposal( null, Confidence::None, $proposals->for_situation( ExemptSituation::ShopExempt ) );
		$this->assert_proposal(
			7,
			Confidence::Certain,
			$proposals->for_situation( ExemptSituation::DomesticExemptCustomer )
		);
	}

	#[DataProvider( 'franchise_taxes' )]
	public function test_it_is_proposed_where_none_is_charged( RemoteTax $franchise ): void {
		$proposals = new TaxProposals(
			[ $franchise ],
			[ new ShopRate( id: 2, label: 'Exempt', percent: Decimal::zero(), country: 'FR', tax_class: '' ) ]
		);
		$this->assert_proposal(
			$franchise->id,
			Confidence::Certain,
			$proposals->for_situation( ExemptSituation::ShopExempt )
		);
		$this->assert_proposal( $franchise->id, Confidence::Certain, $proposals->for_rounding() );
	}

	/** @return iterable<string, array{RemoteTax}> */
	public static function franchise_taxes(): iterable {
		yield 'by its reason' => [
			new RemoteTax(
				id: 8,
				label: 'Franchise',
				rate: Decimal::zero(),
				category: 'E',
				usable: true,
				vatex: 'VATEX-FR-FRANCHISE'
			),
		];
		yield 'by its name, where Sellsy names no reason' => [
			new RemoteTax(
				id: 8,
				label: 'TVA non applicable, article 293B du CGI',
				rate: Decimal::zero(),
				category: 'E',
				usable: true
			),
		];
	}

	private function for_rate( string $percent ): TaxProposal {
		return $this->proposals->for_rate(
			new ShopRate( id: 1, label: 'VAT', percent: Decimal::from_string( $percent ), country: 'FR', tax_class: '' )
		);
	}

	private static function tax( int $id, string $percent, string $category, bool $usable = true ): RemoteTax {
		return new RemoteTax(
			id: $id,
			label: "Tax $id",
			rate: Decimal::from_string( $percent ),
			category: $category,
			usable: $usable
		);
	}

	private function assert_proposal( ?int $tax_id, Confidence $confidence, TaxProposal $found ): void {
		$this->assertSame( [ $tax_id, $confidence ], [ $found->tax?->id, $found->confidence ] );
	}
}
