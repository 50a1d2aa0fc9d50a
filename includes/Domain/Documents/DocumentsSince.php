<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Documents;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\RemoteFailure;

/** What the account holds, made by whomever, in pages of a hundred. */
interface DocumentsSince {

	/**
	 * One request. Older ones may be among them.
	 *
	 * @param string $position of the page; empty for the first.
	 * @throws RemoteFailure
	 */
	public function page( DocumentKind $kind, \DateTimeImmutable $since, string $position ): ListedPage;

	/**
	 * The same without what cannot be read: where one document must not be in the way of the others.
	 *
	 * @param string $position of the page; empty for the first.
	 * @throws RemoteFailure
	 */
	public function readable( DocumentKind $kind, \DateTimeImmutable $since, string $position ): ListedPage;

	/**
	 * What came last, without what cannot be read: one request, and more of them only where this account does not list
	 * the newest first. Older ones may be among them, and where very many are new, the oldest of those are left out.
	 *
	 * @return list<ListedDocument>
	 * @throws RemoteFailure
	 */
	public function last( DocumentKind $kind, \DateTimeImmutable $since ): array;

	/**
	 * One request. What is a draft now, newest first, without what cannot be read; not of kinds that v1 alone knows.
	 *
	 * @param string $position of the page; empty for the first.
	 * @throws RemoteFailure
	 */
	public function drafts( DocumentKind $kind, string $position ): ListedPage;

	/**
	 * The same of what is in one of these states now.
	 *
	 * @param list<string> $statuses Sellsy's own words for this kind.
	 * @param string       $position of the page; empty for the first.
	 * @throws RemoteFailure
	 */
	public function in_status( DocumentKind $kind, array $statuses, string $position ): ListedPage;
}
