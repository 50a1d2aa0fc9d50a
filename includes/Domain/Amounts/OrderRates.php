<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Amounts;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\RemoteTax;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Order\ExemptSituation;
use OrderInvoicer\Domain\Order\OrderLine;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\OrderTax;
use OrderInvoicer\Domain\Taxes\ExemptionTable;
use OrderInvoicer\Domain\Taxes\Exemptions;
use OrderInvoicer\Domain\Taxes\TaxMap;

/** From the order's own rates to Sellsy's taxes. What is not mapped, or mapped to another percent, stops the order. */
final class OrderRates {

	/** @var array<int, OrderTax> by rate id. */
	private readonly array $taxes;

	/** @param bool $as_invoiced of a credit note: it says what its invoice said, right or wrong. */
	public function __construct(
		OrderSnapshot $order,
		private readonly TaxMap $map,
		private readonly Exemptions $exemptions,
		private readonly bool $as_invoiced,
	) {
		$this->taxes = array_column( $order->taxes, null, 'rate_id' );
	}

	/** @throws NeedsAttention */
	public function tax( int $rate_id, OrderLine $line, OrderSnapshot $order ): RemoteTax {
		if ( $rate_id <= 0 ) {
			throw NeedsAttention::because( ProblemCode::TaxWithoutRate, [ 'line' => $line->name ] );
		}
		$tax    = $this->taxes[ $rate_id ]
			?? throw NeedsAttention::because( ProblemCode::TaxRateMissing, [ 'rate_id' => $rate_id ] );
		$remote = $this->mapped( $tax );
		if ( $remote->is_exempt() ) {
			$situation = $this->exemptions->by_place( $order, $line );
			$this->check( $order, $line, $remote, $situation, ExemptionTable::fits_zero_rate( $remote, $situation ) );
		}
		return $remote;
	}

	/** @throws NeedsAttention */
	public function mapped( OrderTax $tax ): RemoteTax {
		$facts  = [
			'rate_id'    => $tax->rate_id,
			'rate_label' => $tax->label,
			'percent'    => $tax->percent->to_string(),
		];
		$remote = $this->map->rates[ $tax->rate_id ]
			?? throw NeedsAttention::because( ProblemCode::TaxUnmapped, $facts );
		if ( ! $remote->rate->equals( $tax->percent ) ) {
			throw $this->other_percent( $tax->label, $tax->percent->to_string(), $remote );
		}
		return $this->usable( $remote );
	}

	/** @throws NeedsAttention */
	public function exempt_tax( OrderSnapshot $order, OrderLine $line ): RemoteTax {
		$situation = $this->situation( $order, $line )
			?? throw NeedsAttention::because( ProblemCode::ExemptionUnknown, [ 'line' => $line->name ] );
		$remote    = $situation->chosen( $this->map->exempt )
			?? throw NeedsAttention::because(
				ProblemCode::ExemptionUnmapped,
				$this->facts( $order, $line, $situation )
			);
		$remote    = $this->exempt( $remote );
		$this->check( $order, $line, $remote, $situation, ExemptionTable::fits( $remote, $situation ) );
		return $remote;
	}

	/** @throws NeedsAttention */
	public function rounding_tax( string $amount ): RemoteTax {
		return $this->exempt(
			$this->map->rounding
				?? throw NeedsAttention::because( ProblemCode::RoundingTaxUnset, [ 'amount' => $amount ] )
		);
	}

	/** @throws NeedsAttention where the tax does not fit the line, or stands beside others and may not. */
	private function check(
		OrderSnapshot $order,
		OrderLine $line,
		RemoteTax $tax,
		?ExemptSituation $situation,
		bool $fits,
	): void {
		$beside = $fits && $tax->category === ExemptionTable::ALONE && ! $this->stands_alone( $order );
		if ( $this->as_invoiced || $this->map->is_insisted( $situation ) || ( $fits && ! $beside ) ) {
			return;
		}
		throw NeedsAttention::because(
			ProblemCode::ExemptionUnfit,
			$this->facts( $order, $line, $situation ?? ExemptSituation::DomesticExemptCustomer ) + [
				'tax_label' => $tax->label,
				'category'  => $tax->category,
				'beside'    => (int) $beside,
			]
		);
	}

	/** Nothing of the order is taxed, or exempt for another reason. */
	private function stands_alone( OrderSnapshot $order ): bool {
		foreach ( $order->lines as $line ) {
			$taxes = $line->taxes === []
				? [ $line->total->is_zero() ? null : $this->situation( $order, $line )?->chosen( $this->map->exempt ) ]
				: array_intersect_key( $this->map->rates, $line->taxes );
			foreach ( array_filter( $taxes ) as $tax ) {
				if ( $tax->category !== ExemptionTable::ALONE ) {
					return false;
				}
			}
		}
		return true;
	}

	private function situation( OrderSnapshot $order, OrderLine $line ): ?ExemptSituation {
		return $this->exemptions->situation(
			$order,
			$line,
			isset( $this->map->exempt[ ExemptSituation::ShopExempt->value ] )
		);
	}

	/** @return array<string, string> */
	private function facts( OrderSnapshot $order, OrderLine $line, ExemptSituation $situation ): array {
		return [
			'situation' => $situation->value,
			'line'      => $line->name,
			'country'   => $order->tax_country,
		];
	}

	private function exempt( RemoteTax $remote ): RemoteTax {
		if ( ! $remote->is_exempt() ) {
			throw $this->other_percent( $remote->label, '0', $remote );
		}
		return $this->usable( $remote );
	}

	private function usable( RemoteTax $remote ): RemoteTax {
		return $remote->usable
			? $remote
			: throw NeedsAttention::because( ProblemCode::TaxUnusable, [ 'tax_label' => $remote->label ] );
	}

	private function other_percent( string $label, string $percent, RemoteTax $remote ): NeedsAttention {
		return NeedsAttention::because(
			ProblemCode::TaxPercentDiffers,
			[
				'rate_label'     => $label,
				'order_percent'  => $percent,
				'sellsy_percent' => $remote->rate->to_string(),
			]
		);
	}
}
