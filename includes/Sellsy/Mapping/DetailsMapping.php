<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Mapping;

use OrderInvoicer\Domain\Document\DocumentDetails;
use OrderInvoicer\Domain\Document\DocumentKind;

defined( 'ABSPATH' ) || exit;

/** The header fields beside parties, rows and texts. */
final class DetailsMapping {

	/** Sellsy's limits, characters. */
	private const MAX_URL    = 250;
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
	 * Sellsy wants all three, or none. An address that it would refuse is worth less than the document.
	 *
	 * @return array{shipping: array<string, string|null>}|null
	 */
	private function parcel( DocumentDetails $details ): ?array {
		$url    = $details->tracking_url;
		$parcel = [
			'parcel_count'    => null,
			'tracking_url'    => mb_strlen( $url ) <= self::MAX_URL && filter_var( $url, FILTER_VALIDATE_URL ) !== false ? $url : null,
			'tracking_number' => self::filled( Text::cut( $details->tracking_number, self::MAX_NUMBER ) ),
		];
		return $parcel['tracking_url'] === null && $parcel['tracking_number'] === null ? null : [ 'shipping' => $parcel ];
	}

	private static function filled( string $value ): ?string {
		return $value === '' ? null : $value;
	}
}
