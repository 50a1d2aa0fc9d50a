<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Backup;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;

/**
 * When this shop was last awake, and what it has not looked at since. Nothing is known about another Sellsy account.
 */
interface Gaps {

	/** Null before the first time. */
	public function awake_at(): ?\DateTimeImmutable;

	public function awake( \DateTimeImmutable $at ): void;

	/** What is still to be listed of this kind; null when nothing is. */
	public function open_gap( DocumentKind $kind ): ?Gap;

	public function keep( DocumentKind $kind, Gap $gap ): void;

	public function close( DocumentKind $kind ): void;

	/** When this shop last was awake again after it had not been; null when it always was. */
	public function woke_at(): ?\DateTimeImmutable;

	public function woke( \DateTimeImmutable $at ): void;

	/** When documents were last found that the ledger had lost; null when it never lost any. */
	public function restored_at(): ?\DateTimeImmutable;

	public function restored( \DateTimeImmutable $at ): void;

	/** @return list<Stay> times in which this database stood on a copy of the shop. */
	public function stays(): array;

	public function stayed( Stay $stay ): void;
}
