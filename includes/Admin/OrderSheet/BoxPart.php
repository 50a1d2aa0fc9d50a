<?php
declare( strict_types=1 );

namespace OrderInvoicer\Admin\OrderSheet;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Task;

/** A part of the order box with a form of its own, below its documents. */
interface BoxPart {

	/** Somebody is answering it: nothing of the box is drawn anew. */
	public static function is_open(): bool;

	/** @param list<Task> $rows of the order, newest revision last. */
	public function render( \WC_Order $order, array $rows ): void;
}
