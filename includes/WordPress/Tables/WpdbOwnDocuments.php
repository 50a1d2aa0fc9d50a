<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Tables;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\Account;
use OrderInvoicer\Domain\Account\OwnDocuments;
use OrderInvoicer\Domain\Documents\ListedDocument;
use OrderInvoicer\Domain\Drafts\LostDocumentFinder;
use OrderInvoicer\Domain\Ledger\Effect;

final class WpdbOwnDocuments implements OwnDocuments {

	public function __construct(
		private readonly Sql $sql,
		private readonly Account $account,
	) {}

	public function unknown_among( array $documents ): array {
		$known = $this->known_ids( $documents );
		return array_values(
			array_filter(
				$documents,
				static fn ( ListedDocument $document ): bool =>
					! isset( $known[ "{$document->kind->value} $document->id" ] )
			)
		);
	}

	public function awaited_among( array $documents ): array {
		if ( $documents === [] ) {
			return [];
		}
		$rows  = $this->sql->rows_as_written(
			'SELECT effect, sent_key FROM %i WHERE sent_key IN ( %s ) AND sent_at IS NOT NULL'
				. " AND remote_id = 0 AND state <> 'skipped'",
			[ $this->sql->table( 'orderinvoicer_sync' ), array_column( $documents, 'key' ) ]
		);
		return array_values(
			array_filter(
				$documents,
				static fn ( ListedDocument $document ): bool => in_array(
					[
						'effect' => Effect::create( $document->kind )->value,
						'sent_key' => $document->key,
					],
					$rows,
					true
				)
			)
		);
	}

	public function strangers_among( array $documents ): array {
		$unknown   = $this->unknown_among( $documents );
		$sent_keys = $this->sent_keys( array_column( $unknown, 'key' ) );
		$sent_for  = $this->sent_for( $sent_keys );
		$is_ours   = static fn ( ListedDocument $document ): bool => $document->customer === null
			? in_array( $document->key, $sent_keys, true )
			: isset( $sent_for[ "$document->key {$document->customer->type->value} {$document->customer->id}" ] );
		return array_values(
			array_filter( $unknown, static fn ( ListedDocument $document ): bool => ! $is_ours( $document ) )
		);
	}

	/**
	 * @param list<ListedDocument> $documents
	 * @return array<string, true> by `kind id`.
	 */
	private function known_ids( array $documents ): array {
		if ( $documents === [] ) {
			return [];
		}
		$kinds = array_values(
			array_unique(
				array_map( static fn ( ListedDocument $document ): string => $document->kind->value, $documents )
			)
		);
		$rows  = $this->sql->rows_as_written(
			'SELECT remote_type, remote_id FROM %i WHERE remote_type IN ( %s ) AND remote_id IN ( %d )',
			[ $this->sql->table( 'orderinvoicer_sync' ), $kinds, array_column( $documents, 'id' ) ]
		);
		return array_fill_keys( array_map( static fn ( array $row ): string => implode( ' ', $row ), $rows ), true );
	}

	/**
	 * Two statements, because a link's key is a text: numbers compared with it in the database need one collation for
	 * both, and find no index.
	 *
	 * @param array<int, string> $sent_keys by the id of the row that sent it.
	 * @return array<string, true> by `key customer`.
	 */
	private function sent_for( array $sent_keys ): array {
		if ( $sent_keys === [] ) {
			return [];
		}
		$rows  = $this->sql->rows_as_written(
			'SELECT local_key, remote_type, remote_id FROM %i WHERE account = %s AND kind = %s'
				. ' AND local_key IN ( %s )',
			[
				$this->sql->table( 'orderinvoicer_links' ),
				$this->account->id(),
				LostDocumentFinder::KIND,
				array_map( strval( ... ), array_keys( $sent_keys ) ),
			]
		);
		return array_fill_keys(
			array_map(
				static fn ( array $row ): string => implode(
					' ',
					[
						$sent_keys[ (int) ( $row['local_key'] ?? 0 ) ] ?? '',
						$row['remote_type'] ?? '',
						(int) ( $row['remote_id'] ?? 0 ),
					]
				),
				$rows
			),
			true
		);
	}

	/**
	 * @param list<string> $keys
	 * @return array<int, string> by the id of the row that sent it.
	 */
	private function sent_keys( array $keys ): array {
		if ( $keys === [] ) {
			return [];
		}
		$rows  = $this->sql->rows_as_written(
			'SELECT id, sent_key FROM %i WHERE sent_key IN ( %s )',
			[ $this->sql->table( 'orderinvoicer_sync' ), $keys ]
		);
		return array_combine(
			array_map( intval( ... ), array_column( $rows, 'id' ) ),
			array_column( $rows, 'sent_key' )
		);
	}
}
