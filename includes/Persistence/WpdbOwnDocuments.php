<?php
declare( strict_types=1 );

namespace OrderInvoicer\Persistence;

use OrderInvoicer\Application\Ports\OwnDocuments;
use OrderInvoicer\Application\ReconcileDocument;
use OrderInvoicer\Domain\Document\ListedDocument;

defined( 'ABSPATH' ) || exit;

final class WpdbOwnDocuments implements OwnDocuments {

	public function __construct( private readonly Sql $sql ) {}

	public function strangers_among( array $documents ): array {
		$known    = $this->known_ids( $documents );
		$unknown  = array_values( array_filter( $documents, static fn ( ListedDocument $document ): bool => ! isset( $known[ "{$document->kind->value} $document->id" ] ) ) );
		$sent_for = $this->sent_for( array_column( $unknown, 'key' ) );
		return array_values( array_filter( $unknown, static fn ( ListedDocument $document ): bool => ! isset( $sent_for[ self::sent( $document->key, $document->customer->type->value ?? '', $document->customer->id ?? 0 ) ] ) ) );
	}

	/**
	 * @param list<ListedDocument> $documents
	 * @return array<string, true> by `kind id`.
	 */
	private function known_ids( array $documents ): array {
		if ( $documents === [] ) {
			return [];
		}
		$marks = implode( ', ', array_fill( 0, count( $documents ), '%d' ) );
		$rows  = $this->sql->rows( "SELECT remote_type, remote_id FROM %i WHERE remote_id IN ( $marks )", [ $this->sql->table( 'orderinvoicer_sync' ), ...array_column( $documents, 'id' ) ] );
		return array_fill_keys( array_map( static fn ( array $row ): string => implode( ' ', $row ), $rows ), true );
	}

	/**
	 * @param list<string> $keys
	 * @return array<string, true> by what sent() makes of them.
	 */
	private function sent_for( array $keys ): array {
		if ( $keys === [] ) {
			return [];
		}
		$marks = implode( ', ', array_fill( 0, count( $keys ), '%s' ) );
		$rows  = $this->sql->rows(
			"SELECT sync.sent_key, link.remote_type, link.remote_id FROM %i AS sync JOIN %i AS link ON link.kind = %s AND link.local_key = CAST( sync.id AS CHAR ) WHERE sync.sent_key IN ( $marks )",
			[ $this->sql->table( 'orderinvoicer_sync' ), $this->sql->table( 'orderinvoicer_links' ), ReconcileDocument::KIND, ...$keys ]
		);
		return array_fill_keys( array_map( static fn ( array $row ): string => self::sent( $row['sent_key'] ?? '', $row['remote_type'] ?? '', (int) ( $row['remote_id'] ?? 0 ) ), $rows ), true );
	}

	private static function sent( string $key, string $type, int $id ): string {
		return "$key $type $id";
	}
}
