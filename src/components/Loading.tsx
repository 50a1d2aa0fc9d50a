import { Spinner } from '@wordpress/components';

/** Keeps the room that the content will take, so that nothing jumps. */
export function Loading( { label }: { label: string } ) {
	return (
		<div className="orderinvoicer-loading" role="status">
			<Spinner />
			<span>{ label }</span>
		</div>
	);
}
