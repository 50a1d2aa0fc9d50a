<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor\Trials;

defined( 'ABSPATH' ) || exit;

/** What there is to know of a trial before it is run. */
final class About {

	/**
	 * @param non-empty-list<string> $answers    names of assumptions.
	 * @param int  $most_calls         calls of Sellsy that it may take, at most.
	 * @param int  $revision           one more where it asks otherwise than it did: what an older one found is asked
	 *                                 again.
	 * @param bool $is_asked_each_time it shows what may be otherwise tomorrow, such as what a person may do: no run
	 *                                 goes without it.
	 * @param bool $leaves_drafts      which stay in Sellsy: it is run only where a person asked for that.
	 */
	public function __construct(
		public readonly string $name,
		public readonly array $answers,
		public readonly int $most_calls,
		public readonly int $revision = 1,
		public readonly bool $is_asked_each_time = false,
		public readonly bool $leaves_drafts = false,
	) {}
}
