<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Taxes;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\RemoteTax;
use OrderInvoicer\Domain\Order\ExemptSituation;

/**
 * Proposes Sellsy taxes for the shop's rates and situations. Only taxes that new documents may use are proposed, and
 * the exemption of small businesses only to a shop that charges no VAT: elsewhere it would be a false statement on the
 * document.
 */
final class TaxProposals {

	/** @var list<RemoteTax> */
	private readonly array $taxes;

	private readonly bool $charges_vat;

	/**
	 * @param list<RemoteTax> $taxes   of Sellsy.
	 * @param list<ShopRate>  $charged what the shop charges; none where WooCommerce's taxes are off.
	 */
	public function __construct( array $taxes, array $charged ) {
		$this->charges_vat = array_filter( $charged, static fn ( ShopRate $rate ): bool => $rate->is_taxed() ) !== [];
		$this->taxes       = array_values(
			array_filter(
				$taxes,
				fn ( RemoteTax $tax ): bool => $tax->usable && ! ( $this->charges_vat && $tax->is_franchise() )
			)
		);
	}

	/** By the exact percent. A zero rate has a reason that its percent does not tell, so it is never certain. */
	public function for_rate( ShopRate $rate ): TaxProposal {
		$fitting = array_filter(
			$this->taxes,
			static fn ( RemoteTax $tax ): bool => $tax->rate->equals( $rate->percent )
		);
		return $this->best( array_values( $fitting ), $rate->is_taxed() );
	}

	/**
	 * Consumers in other EU countries are taxed there or here, so that no exemption can be proposed for them; nor that
	 * the shop itself is exempt where it charges VAT: orders that lost theirs would pass for exempt.
	 */
	public function for_situation( ExemptSituation $situation ): TaxProposal {
		if ( $this->charges_vat && $situation === ExemptSituation::ShopExempt ) {
			return $this->best( [], false );
		}
		$fitting = [];
		foreach ( ExemptionTable::proposed( $situation ) as $category ) {
			array_push( $fitting, ...$this->exempt( $category ) );
		}
		return $this->best( $fitting, true );
	}

	/** Category O may not stand beside other rates in an e-invoice (EN 16931, BR-O-11): only E will do. */
	public function for_rounding(): TaxProposal {
		return $this->best( $this->exempt( 'E' ), true );
	}

	/** @return list<RemoteTax> */
	private function exempt( string $category ): array {
		return array_values(
			array_filter(
				$this->taxes,
				static fn ( RemoteTax $tax ): bool => $tax->is_exempt() && $tax->category === $category
			)
		);
	}

	/** @param list<RemoteTax> $fitting */
	private function best( array $fitting, bool $can_be_certain ): TaxProposal {
		if ( $fitting === [] ) {
			return new TaxProposal( null, Confidence::None );
		}
		return new TaxProposal(
			$fitting[0],
			$can_be_certain && count( $fitting ) === 1 ? Confidence::Certain : Confidence::Likely
		);
	}
}
