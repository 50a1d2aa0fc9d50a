<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Work;

defined( 'ABSPATH' ) || exit;

/** What a feature does at each pass. One that fails keeps no other from its turn. */
interface PassPart {

	public function turn(): PassTurn;

	/** Asked first: most shops want few of the features, and then not even the gate is asked. */
	public function is_wanted(): bool;

	public function run(): void;
}
