<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor\Trials;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\RemoteFailure;

/** A few calls of Sellsy that answer one or more of the assumptions. Nothing is left of them in the end. */
interface Trial {

	public function name(): string;

	/** One more where it asks otherwise than it did: what an older one found is asked again. */
	public function revision(): int;

	/** @return non-empty-list<string> names of assumptions. */
	public function answers(): array;

	/** Calls of Sellsy that it may take, at most. */
	public function most_calls(): int;

	/**
	 * It may be run again where it was cut short or asked for time: what stands already is used.
	 *
	 * @throws RemoteFailure what is not answered by then is not known.
	 */
	public function run( Answers $answers ): void;
}
