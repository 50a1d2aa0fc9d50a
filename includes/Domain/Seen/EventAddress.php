<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Seen;

defined( 'ABSPATH' ) || exit;

/** Where this shop would hear of events. */
interface EventAddress {

	public function url(): string;

	/** WordPress's word for what kind of site this is: `production`, `staging`, `development` or `local`. */
	public function environment(): string;
}
