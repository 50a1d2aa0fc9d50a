<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests;

use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\LineKind;
use OrderInvoicer\Domain\Order\OrderCoupon;
use OrderInvoicer\Domain\Order\OrderLine;
use OrderInvoicer\Domain\Order\OrderTax;

/** What an order charges, as plain arrays: its lines, their taxes and the coupons that lowered them. */
final class SnapshotLines {

	/** @return array<string, mixed> */
	public static function line_to_array( OrderLine $line ): array {
		return [
			'id'         => $line->id,
			'kind'       => $line->kind->value,
			'name'       => $line->name,
			'quantity'   => $line->quantity->to_string(),
			'total'      => $line->total->to_string(),
			'subtotal'   => $line->subtotal->to_string(),
			'taxes'      => array_map( static fn ( Decimal $tax ): string => $tax->to_string(), $line->taxes ),
			'taxable'    => $line->taxable,
			'skus'       => $line->skus,
			'product_id' => $line->product_id,
			'is_virtual' => $line->is_virtual,
			'details'    => $line->details,
		] + ( $line->part_of === 0 ? [] : [ 'part_of' => $line->part_of ] )
			+ ( $line->eco === null ? [] : [ 'eco' => $line->eco->to_string() ] );
	}

	/** @param array<string, mixed> $line */
	public static function line_from_array( array $line ): OrderLine {
		return new OrderLine(
			id: $line['id'],
			kind: LineKind::from( $line['kind'] ),
			name: $line['name'],
			quantity: Decimal::from_string( $line['quantity'] ),
			total: Decimal::from_string( $line['total'] ),
			subtotal: Decimal::from_string( $line['subtotal'] ),
			taxes: array_map( Decimal::from_string( ... ), $line['taxes'] ),
			taxable: $line['taxable'],
			skus: $line['skus'],
			product_id: $line['product_id'],
			is_virtual: $line['is_virtual'],
			details: $line['details'],
			part_of: $line['part_of'] ?? 0,
			eco: isset( $line['eco'] ) ? Decimal::from_string( $line['eco'] ) : null,
		);
	}

	/** @return array<string, mixed> */
	public static function tax_to_array( OrderTax $tax ): array {
		return [
			'rate_id'        => $tax->rate_id,
			'label'          => $tax->label,
			'percent'        => $tax->percent->to_string(),
			'compound'       => $tax->compound,
			'total'          => $tax->total->to_string(),
			'shipping_total' => $tax->shipping_total->to_string(),
		];
	}

	/** @param array<string, mixed> $tax */
	public static function tax_from_array( array $tax ): OrderTax {
		return new OrderTax(
			rate_id: $tax['rate_id'],
			label: $tax['label'],
			percent: Decimal::from_string( $tax['percent'] ),
			compound: $tax['compound'],
			total: Decimal::from_string( $tax['total'] ),
			shipping_total: Decimal::from_string( $tax['shipping_total'] ),
		);
	}

	/** @return array<string, mixed> */
	public static function coupon_to_array( OrderCoupon $coupon ): array {
		return [
			'code'         => $coupon->code,
			'discount'     => $coupon->discount->to_string(),
			'discount_tax' => $coupon->discount_tax->to_string(),
		];
	}

	/** @param array<string, mixed> $coupon */
	public static function coupon_from_array( array $coupon ): OrderCoupon {
		return new OrderCoupon(
			$coupon['code'],
			Decimal::from_string( $coupon['discount'] ),
			Decimal::from_string( $coupon['discount_tax'] )
		);
	}
}
