<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Content;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Order\OrderSnapshot;

/**
 * Fills `{order_number}` and the like in the owner's subject and note. Anything else in braces stays as it is written.
 */
final class Placeholders {

	public const NAMES = [
		'order_number',
		'order_date',
		'order_total',
		'customer_name',
		'company',
		'payment_method',
		'customer_note',
		'invoices',
	];

	/**
	 * @param string $order_date `Y-m-d` in the shop's time zone.
	 * @param string $invoices   that a credit note credits; empty on other documents.
	 */
	public function fill( string $template, OrderSnapshot $order, string $order_date, string $invoices = '' ): string {
		$total = $order->currency->text( $order->total );
		return strtr(
			$template,
			[
				'{order_number}'   => $order->number,
				'{order_date}'     => $order_date,
				'{order_total}'    => $total . ' ' . $order->currency->code,
				'{customer_name}'  => trim( $order->buyer->first_name . ' ' . $order->buyer->last_name ),
				'{company}'        => $order->buyer->company,
				'{payment_method}' => $order->payment->title,
				'{customer_note}'  => $order->customer_note,
				'{invoices}'       => $invoices,
			]
		);
	}
}
