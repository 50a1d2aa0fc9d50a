<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Mapping;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Content\DocumentDetails;
use OrderInvoicer\Domain\Documents\DocumentKind;

/**
 * The header fields beside parties, rows and texts.
 *
 * @assumes day-of-goods
 */
final class DetailsMapping {

	/** Sellsy's limit, characters. */
	private const MAX_NUMBER = 50;

	/** @return array<string, mixed> null where there is nothing to say. Credit notes take the first two only. */
	public function body( DocumentKind $kind, DocumentDetails $details ): array {
		$body = [
			'sale_type'     => self::filled( $details->sale_type ),
			'service_dates' => $details->service_start === '' ? null : [
				'start' => $details->service_start,
				'end'   => $details->service_end,
			],
		];
		return $kind === DocumentKind::CreditNote ? $body : $body + [
			'shipping_date'      => self::filled( $details->shipping_date ),
			'vat_mode'           => self::filled( $details->vat_mode ),
			'payment_method_ids' => $details->payment_method_ids === [] ? null : $details->payment_method_ids,
			'shipping_weight'    => $details->weight === null ? null : [
				'unit'  => 'g',
				'value' => $details->weight->to_string(),
			],
			'settings'           => $this->parcel( $details ),
		];
	}

	/**
	 * Sellsy wants all three, or none.
	 *
	 * @return array{shipping: array<string, string|null>}|null
	 */
	private function parcel( DocumentDetails $details ): ?array {
		$parcel = [
			'parcel_count'    => null,
			'tracking_url'    => Text::url( $details->tracking_url ),
			'tracking_number' => self::filled( Text::code( $details->tracking_number, self::MAX_NUMBER ) ),
		];
		return $parcel['tracking_url'] === null && $parcel['tracking_number'] === null
			? null
			: [ 'shipping' => $parcel ];
	}

	private static function filled( string $value ): ?string {
		return $value === '' ? null : $value;
	}
}
