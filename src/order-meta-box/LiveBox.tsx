import { Suspense } from '@wordpress/element';
import { ErrorBoundary } from '../components/ErrorBoundary';
import { fetched } from '../components/fetched';
import { Failure } from '../components/Message';
import { History } from './components/History';
import type { Sheet } from './sheet';
import { useBox } from './useBox';

const Box = fetched(
	async () =>
		( await import( /* webpackChunkName: "order-box" */ './box/Box' ) ).Box
);

type LiveBoxProps = {
	sheet: Sheet;
	/** The text that `Admin\OrderBox` printed: it gives way. */
	printed: HTMLElement;
};

/** Draws the box, keeps it fresh, says politely what has changed, and tells the order's history. */
export function LiveBox( { sheet, printed }: LiveBoxProps ) {
	const { box, news, error, round, retry, refresh } = useBox( sheet );
	return (
		<>
			<ErrorBoundary>
				<Suspense fallback={ null }>
					<Box
						orderId={ sheet.order_id }
						box={ box }
						printed={ printed }
						onChanged={ refresh }
					/>
				</Suspense>
			</ErrorBoundary>
			<div role="status" className="screen-reader-text">
				{ news }
			</div>
			{ error && <Failure error={ error } onRetry={ retry } /> }
			{ ( sheet.history || round > 0 ) && (
				<History orderId={ sheet.order_id } round={ round } />
			) }
		</>
	);
}
