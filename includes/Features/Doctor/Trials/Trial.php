<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor\Trials;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\RemoteFailure;

/** A few calls of Sellsy that answer one or more of the assumptions. Nothing is left of them in the end. */
interface Trial {

	public function about(): About;

	/**
	 * It may be run again where it was cut short or asked for time: what stands already is used.
	 *
	 * @throws RemoteFailure what is not answered by then is not known.
	 */
	public function run( Answers $answers ): void;
}
