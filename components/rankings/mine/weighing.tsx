"use client";

import { useDeferredValue, useMemo, useState } from "react";
import { useTranslations } from "use-intl/react";
import { unpackListings } from "@/lib/rankings/packed-listings";
import { weighListings, type Weighing } from "@/lib/rankings/weighing";
import { editorialWeights, type Weights } from "@/lib/rankings/own-weights";
import { useWeights } from "./use-weights";
import { CopyLink } from "./copy-link";
import { MineList } from "./list";
import { MinePresets, PresetExplanation, type OfferedPreset } from "./presets";
import { MineSliders } from "./sliders";
import { MineStatus } from "./status";

interface MineWeighingProps {
  weighing: Weighing;
  presets: OfferedPreset[];
  /** Where the pages of places are, such as "/es/listings". */
  listingsPath: string;
  /** Where our own list is, whole and in pages. */
  wholePath: string;
}

/** Sliders, and the list that they order. The page has everything it needs: weighing makes no request. */
export function MineWeighing({ weighing, presets, listingsPath, wholePath }: MineWeighingProps) {
  const t = useTranslations("mine");
  const { weights, change, isReady, isUnreadable } = useWeights(weighing);
  const [page, setPage] = useState(1);
  const places = useMemo(() => unpackListings(weighing, weighing.packed), [weighing]);
  // The sliders move at once; the long list follows as fast as the device can.
  const settled = useDeferredValue(weights);
  const { order, state } = useMemo(() => weighListings(weighing, settled, places), [weighing, settled, places]);

  function weigh(next: Weights) {
    // What the weights put first is what the reader moves them for.
    setPage(1);
    change(next);
  }

  return (
    <div className="mt-3 grid gap-x-12 gap-y-3 sm:mt-6 lg:grid-cols-[22rem_1fr]">
      <div className="no-print min-w-0 lg:sticky lg:top-0 lg:max-h-screen lg:self-start lg:overflow-y-auto lg:p-1 lg:pb-0 noscript:hidden">
        <fieldset disabled={!isReady} className="grid min-w-0 gap-2 lg:gap-3">
          <legend className="sr-only">{t("controls")}</legend>
          <MinePresets presets={presets} weights={weights} onChoose={weigh} />
          <MineSliders
            groups={weighing.groups}
            weights={weights}
            onChange={weigh}
            onReset={() => weigh(editorialWeights(weighing))}
            isReady={isReady}
          />
          <PresetExplanation presets={presets} weights={weights} />
        </fieldset>
        <MineStatus order={order} state={isUnreadable ? "unreadable" : state} />
      </div>
      <div className="min-w-0">
        <MineList
          order={order}
          state={state}
          listingsPath={listingsPath}
          wholePath={wholePath}
          page={page}
          onPage={setPage}
        />
        <fieldset disabled={!isReady} className="no-print flex flex-wrap items-center gap-3 noscript:hidden">
          <legend className="sr-only">{t("share")}</legend>
          <CopyLink weighing={weighing} weights={weights} />
        </fieldset>
      </div>
    </div>
  );
}
