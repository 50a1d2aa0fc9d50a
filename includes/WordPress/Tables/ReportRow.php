<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Tables;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Report\ReportedDocument;

/** A row of the report as a document; what is unknown is empty there. */
final class ReportRow {

	public const COLUMNS = 'sync_id, kind, remote_id, number, document_date, currency, excl_tax, incl_tax, taxes';

	/** When the shop was paid counts as paid at Sellsy once no payment waits: of the ledger's table, and a report r. */
	public const PAID_AT = "CASE WHEN seen_due IS NULL AND EXISTS ( SELECT 1 FROM %i p WHERE p.order_id = r.order_id
			AND ( p.effect = 'record_payment' OR ( p.effect = 'link_creditnote' AND p.part = 'new_invoice' ) )
			AND p.state NOT IN ( 'done', 'skipped' ) ) THEN NULL ELSE order_paid_at END AS order_paid_at";

	/**
	 * @param array<string, string> $row
	 * @return ReportedDocument|null null for a kind of a newer release.
	 */
	public static function document( array $row ): ?ReportedDocument {
		$kind = DocumentKind::tryFrom( $row['kind'] ?? '' );
		return $kind === null ? null : new ReportedDocument(
			kind: $kind,
			id: (int) ( $row['remote_id'] ?? 0 ),
			number: $row['number'] ?? '',
			date: ( $row['document_date'] ?? '' ) === '' ? null : $row['document_date'],
			currency: ( $row['currency'] ?? '' ) === '' ? null : $row['currency'],
			excl_tax: self::amount( $row['excl_tax'] ?? '' ),
			incl_tax: self::amount( $row['incl_tax'] ?? '' ),
			taxes: TaxesColumn::from_column( $row['taxes'] ?? '' ),
		);
	}

	/** @param string $stored empty where nobody knows. */
	private static function amount( string $stored ): ?int {
		return $stored === '' ? null : (int) $stored;
	}
}
