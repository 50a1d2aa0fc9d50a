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
use OrderInvoicer\Domain\Taxes\Exemptions;
use OrderInvoicer\Domain\Taxes\TaxMap;

/** From the order's own rates to Sellsy's taxes. What is not mapped, or mapped to another percent, stops the order. */
final class OrderRates {

	/** @var array<int, OrderTax> by rate id. */
	private readonly array $taxes;

	public function __construct(
		OrderSnapshot $order,
		private readonly TaxMap $map,
		private readonly Exemptions $exemptions,
	) {
		$this->taxes = array_column( $order->taxes, null, 'rate_id' );
	}

	/** @throws NeedsAttention */
	public function tax( int $rate_id, OrderLine $line ): RemoteTax {
		if ( $rate_id <= 0 ) {
			throw NeedsAttention::because( ProblemCode::TaxWithoutRate, [ 'line' => $line->name ] );
		}
		$tax = $this->taxes[ $rate_id ]
			?? throw NeedsAttention::because( ProblemCode::TaxRateMissing, [ 'rate_id' => $rate_id ] );
		return $this->mapped( $tax );
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
		$shop_is_exempt = isset( $this->map->exempt[ ExemptSituation::ShopExempt->value ] );
		$situation      = $this->exemptions->situation( $order, $line, $shop_is_exempt )
			?? throw NeedsAttention::because( ProblemCode::ExemptionUnknown, [ 'line' => $line->name ] );
		$facts          = [
			'situation' => $situation->value,
			'line'      => $line->name,
		];
		$remote         = $this->map->exempt[ $situation->value ]
			?? throw NeedsAttention::because( ProblemCode::ExemptionUnmapped, $facts );
		return $this->exempt( $remote );
	}

	/** @throws NeedsAttention */
	public function rounding_tax( string $amount ): RemoteTax {
		return $this->exempt(
			$this->map->rounding
				?? throw NeedsAttention::because( ProblemCode::RoundingTaxUnset, [ 'amount' => $amount ] )
		);
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
