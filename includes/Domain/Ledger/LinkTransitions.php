<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Ledger;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\Problem;

/** The changes of TaskTransitions for a document that somebody else made, and that a person links or unlinks. */
final class LinkTransitions {

	public const FROM = [
		'linked'   => [ TaskState::Working ],
		'unlinked' => [ TaskState::Done, TaskState::Attention ],
	];

	/**
	 * The document is the row's. Nothing was sent for it.
	 *
	 * @param string $says mark of the order; empty where nobody asks whether the document still fits it.
	 */
	public static function linked(
		Task $held,
		RemoteDocument $document,
		string $says,
		\DateTimeImmutable $now
	): ?TaskChange {
		$set = [
			'state'         => TaskState::Done,
			'lock_token'    => '',
			'locked_until'  => null,
			'problem'       => null,
			'remote_type'   => $document->kind->value,
			'remote_id'     => $document->id,
			'remote_number' => $document->number,
			'sent_at'       => null,
			'intent'        => new Intent( Intent::LINKED, $document->amounts->excl_tax->to_string(), $says ),
			'checked_at'    => null,
			'made_at'       => $now,
		];
		return $held->lock_token === '' ? null : self::of_row( 'linked', $held, [ 'state', 'lock_token' ], $set );
	}

	/** It is not the row's after all; one that this plugin made stays its own. */
	public static function unlinked( Task $row, Problem $left, \DateTimeImmutable $now ): ?TaskChange {
		$set = [
			'state'         => TaskState::Skipped,
			'problem'       => $left,
			'remote_type'   => '',
			'remote_id'     => 0,
			'remote_number' => '',
			'sent_at'       => null,
			'intent'        => new Intent(),
			'checked_at'    => $now,
			'made_at'       => null,
		];
		return $row->is_linked() ? self::of_row( 'unlinked', $row, [ 'state', 'remote_id' ], $set ) : null;
	}

	/**
	 * @param list<string>         $read what the decision rests on.
	 * @param array<string, mixed> $set
	 */
	private static function of_row( string $name, Task $row, array $read, array $set ): ?TaskChange {
		// @phpstan-ignore argument.type (fields of Task, each of its type)
		$change = new TaskChange( seen: $row, as_seen: $read, set: $set );
		return in_array( $row->state, self::FROM[ $name ], true ) ? $change : null;
	}
}
