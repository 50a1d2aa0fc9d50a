import { ProgressBar } from '@wordpress/components';

type ProgressProps = {
	/** Names the bar for those who do not see it. */
	label: string;
	/** 0 to 100. */
	percent: number;
	children: React.ReactNode;
};

/** The text beside the bar says the same; it is not announced each time. */
export function Progress( { label, percent, children }: ProgressProps ) {
	return (
		<div className="orderinvoicer-progress">
			<ProgressBar
				className="orderinvoicer-progress__bar"
				value={ Math.round( percent ) }
				aria-label={ label }
			/>
			<p>{ children }</p>
		</div>
	);
}
