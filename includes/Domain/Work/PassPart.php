<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Work;

defined( 'ABSPATH' ) || exit;

/** What a feature does at each pass. One that fails keeps no other from its turn. */
interface PassPart {

	public function turn(): PassTurn;

	public function run(): void;
}
