<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Assumptions\AccountFindings;
use OrderInvoicer\Domain\Assumptions\Assumption;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Sellsy\Client\Answer;

/**
 * How documents that were made since a moment are asked for, and where their list ends. Where the account was seen not
 * to find by their creation, they are not filtered; where not to list the newest first, the list is read to its end.
 *
 * @assumes lost-document
 * @assumes newest-first
 * @assumes v1-list
 */
final class ListSince {

	/** The searches that declare `created`; the others are read from the newest on, until they are older. */
	private const FILTERED = [ DocumentKind::Invoice, DocumentKind::Estimate ];

	public function __construct( private readonly AccountFindings $findings ) {}

	/**
	 * @return array<string, array<string, string>> filters; empty where the kind's search cannot filter by it.
	 * @throws RemoteFailure while it is not known which account is connected.
	 */
	public function filters( DocumentKind $kind, \DateTimeImmutable $since ): array {
		return in_array( $kind, self::FILTERED, true ) && ! $this->findings->is_otherwise( Assumption::LostDocument )
			? [ 'created' => [ 'start' => $since->format( DATE_ATOM ) ] ]
			: [];
	}

	/**
	 * Behind this one nothing is newer. A moment that cannot be read is none to stop at.
	 *
	 * @throws RemoteFailure while it is not known which account is connected.
	 */
	public function is_end( Answer $last, \DateTimeImmutable $since ): bool {
		$created = strtotime( $last->string( 'created' ) );
		return $created !== false
			&& $created < $since->getTimestamp()
			&& ! $this->findings->is_otherwise( Assumption::NewestFirst );
	}

	/**
	 * The newest stand on the first page.
	 *
	 * @throws RemoteFailure while it is not known which account is connected.
	 */
	public function begins_with_the_newest( DocumentKind $kind ): bool {
		return ! $this->findings->is_otherwise( $kind->needs_v1() ? Assumption::V1List : Assumption::NewestFirst );
	}
}
